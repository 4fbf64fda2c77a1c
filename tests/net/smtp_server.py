"""A real SMTP server on loopback: prints its port, then each message that it takes as a line of JSON.

smtp_server.py plain|starttls|tls [CERTIFICATE KEY]; ends with its input.
Recipients at refused.example are refused for good, those at busy.example for now.
"""
import asyncio, email, email.policy, json, ssl, sys
from aiosmtpd.smtp import SMTP


class Taker:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.endswith('@refused.example'):
            return '550 5.1.1 No such mailbox'
        if address.endswith('@busy.example'):
            return '451 4.3.0 Come again later'
        envelope.rcpt_tos.append(address)
        return '250 OK'

    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        texts = [part for part in message.walk() if not part.is_multipart()]
        said = {
            'from': envelope.mail_from, 'to': envelope.rcpt_tos, 'tls': server.transport.get_extra_info('sslcontext') is not None,
            'headers': [name for name in message.keys()],
            'subject': message['subject'], 'name': str(message['to']), 'id': message['message-id'],
            'ascii': all(byte < 128 for byte in envelope.content),
            'longest': max(len(line) for line in envelope.content.split(b'\r\n')),
            'parts': [{'type': part.get_content_type(), 'method': part.get_param('method'), 'content': part.get_content() if part.get_content_maintype() == 'text' else ''} for part in texts],
        }
        print(json.dumps(said), flush=True)
        return '250 Taken'


mode = sys.argv[1]
context = None
if mode != 'plain':
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[2], sys.argv[3])


async def main():
    starttls = context if mode == 'starttls' else None
    make = lambda: SMTP(Taker(), enable_SMTPUTF8=True, tls_context=starttls, require_starttls=bool(starttls))
    loop = asyncio.get_running_loop()
    server = await loop.create_server(make, '127.0.0.1', 0, ssl=context if mode == 'tls' else None)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.readline)
    server.close()


asyncio.run(main())

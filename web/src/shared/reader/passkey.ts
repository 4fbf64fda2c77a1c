import type { NewPasskey, PasskeyEntry, PasskeyQuestion } from '$shared/api/generated';

// Between the bytes of the browser's passkeys and the base64url of the API.

function bytes_of(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

function text_of(bytes: ArrayBuffer): string {
  const binary = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Whether passkeys can work here: the browser knows them, and the address is a name, not a number. */
export const knows_passkeys = (): boolean =>
  typeof PublicKeyCredential === 'function' && !/^[\d.]+$|^\[/.test(location.hostname);

/** Nothing: the person thought better of it, or the device did not verify them. */
export async function made_passkey(
  question: PasskeyQuestion,
  name: string,
): Promise<NewPasskey | undefined> {
  const made = await navigator.credentials
    .create({
      publicKey: {
        challenge: bytes_of(question.challenge),
        rp: { id: question.relying_party, name: 'Kontor' },
        user: {
          id: new TextEncoder().encode(question.account),
          name: question.name,
          displayName: question.name,
        },
        pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: 'public-key', alg })),
        excludeCredentials: question.known.map((id) => ({ type: 'public-key', id: bytes_of(id) })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        attestation: 'none',
      },
    })
    .catch(() => null);
  if (!(made instanceof PublicKeyCredential)) return undefined;
  const response = made.response as AuthenticatorAttestationResponse;
  return {
    name,
    client_data: text_of(response.clientDataJSON),
    authenticator_data: text_of(response.getAuthenticatorData()),
  };
}

/** As above, for signing in. */
export async function shown_passkey(question: PasskeyQuestion): Promise<PasskeyEntry | undefined> {
  const shown = await navigator.credentials
    .get({
      publicKey: {
        challenge: bytes_of(question.challenge),
        rpId: question.relying_party,
        userVerification: 'required',
      },
    })
    .catch(() => null);
  if (!(shown instanceof PublicKeyCredential)) return undefined;
  const response = shown.response as AuthenticatorAssertionResponse;
  return {
    credential: shown.id,
    client_data: text_of(response.clientDataJSON),
    authenticator_data: text_of(response.authenticatorData),
    signature: text_of(response.signature),
  };
}

import { client } from '../client';
import type { LettersOrdered } from '../generated';

export const send_letters = (numbers: number[]): Promise<LettersOrdered> => client.send_letters({ numbers });

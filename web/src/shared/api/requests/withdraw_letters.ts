import { client } from '../client';
import type { LettersOrdered } from '../generated';

export const withdraw_letters = (numbers: number[]): Promise<LettersOrdered> => client.withdraw_letters({ numbers });

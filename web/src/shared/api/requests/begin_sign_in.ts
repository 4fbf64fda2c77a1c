import { client } from '../client';
import type { SignInBegun } from '../generated';

export const begin_sign_in = (mail: string): Promise<SignInBegun> => client.begin_sign_in({ mail });

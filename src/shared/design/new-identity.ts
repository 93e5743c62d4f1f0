import { randomText, type FillRandom } from './fill-random'
import type { IamUser, PoolUser, UserPool, UserPoolClient } from './identity'

const LOWER = 'abcdefghijklmnopqrstuvwxyz0123456789'
const MIXED = `ABCDEFGHIJKLMNOPQRSTUVWXYZ${LOWER}`
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const BASE64 = `${MIXED}+/`
const HEX = '0123456789abcdef'

/** An empty user pool: "us-east-1_" and nine letters and digits. */
export function newUserPool(name: string, region: string, fillRandom: FillRandom): UserPool {
  return { id: `${region}_${randomText(9, MIXED, fillRandom)}`, name, clients: [], users: [] }
}

/** An app client with an id of 26 lower-case letters and digits. */
export function newUserPoolClient(name: string, fillRandom: FillRandom): UserPoolClient {
  return { clientId: randomText(26, LOWER, fillRandom), name, scopes: [] }
}

/** A user with a UUID of version 4 as `sub`. */
export function newPoolUser(username: string, fillRandom: FillRandom): PoolUser {
  return { username, sub: newUuid(fillRandom), groups: [], attributes: {} }
}

export function newUuid(fillRandom: FillRandom): string {
  const digits = randomText(30, HEX, fillRandom)
  const variant = randomText(1, '89ab', fillRandom)
  const part = (from: number, to: number): string => digits.slice(from, to)
  return `${part(0, 8)}-${part(8, 12)}-4${part(12, 15)}-${variant}${part(15, 18)}-${part(18, 30)}`
}

/** The two parts of an access key, of the length and the letters of real ones. */
export function newAccessKey(fillRandom: FillRandom): Pick<IamUser, 'accessKeyId' | 'secretAccessKey'> {
  return {
    accessKeyId: `AKIA${randomText(16, BASE32, fillRandom)}`,
    secretAccessKey: randomText(40, BASE64, fillRandom),
  }
}

/** A user who may call every API. */
export function newIamUser(name: string, fillRandom: FillRandom): IamUser {
  const statement = { Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' } as const
  return { name, ...newAccessKey(fillRandom), policies: [{ Version: '2012-10-17', Statement: [statement] }] }
}

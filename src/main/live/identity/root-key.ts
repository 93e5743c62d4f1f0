import type { RootKey } from '../../engine/authorizers/iam-caller'

/** The account's own access key, where the environment names one: with it every method with AWS_IAM can be called. */
export function rootKeyFrom(env: Readonly<Record<string, string | undefined>>): RootKey | null {
  const accessKeyId = env['GATEWRIGHT_ACCESS_KEY_ID'] ?? ''
  const secretAccessKey = env['GATEWRIGHT_SECRET_ACCESS_KEY'] ?? ''
  return accessKeyId === '' || secretAccessKey === '' ? null : { accessKeyId, secretAccessKey }
}

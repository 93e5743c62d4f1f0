import { chmod, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createFileAtomically, writeFileAtomically } from './atomic-write'
import { errorCode } from './error-code'

/** The certificate authority of this computer; an `AuthorityStore` of `live/tls`. */
export interface AuthorityFiles {
  readonly certificatePath: string
  read(): Promise<AuthorityText | null>
  add(authority: AuthorityText): Promise<AuthorityText>
  replace(authority: AuthorityText): Promise<void>
}

interface AuthorityText {
  readonly key: string
  readonly certificate: string
}

/** Everybody may read what everybody may trust. */
const PUBLIC = 0o644

/**
 * Two files in `tls/` of the data folder: `authority.pem` with key and certificate, readable by its owner only, and `ca.pem` with the
 * certificate alone, for clients. Every process that uses the folder has the same authority.
 */
export function createAuthorityFiles(dataFolder: string): AuthorityFiles {
  const folder = join(dataFolder, 'tls')
  const secret = join(folder, 'authority.pem')
  const certificatePath = join(folder, 'ca.pem')
  const read = async (): Promise<AuthorityText | null> => {
    const authority = partsOf(await textOf(secret))
    if (authority !== null && (await textOf(certificatePath)) !== authority.certificate) {
      await publish(certificatePath, authority.certificate)
    }
    return authority
  }
  const replace = async (authority: AuthorityText): Promise<void> => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFileAtomically(secret, authority.key + authority.certificate)
    await chmod(secret, 0o600)
    await publish(certificatePath, authority.certificate)
  }
  return {
    certificatePath,
    read,
    async add(authority) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await createFileAtomically(secret, authority.key + authority.certificate).catch((error: unknown) => {
        if (errorCode(error) !== 'EEXIST') throw error
      })
      return (await read()) ?? authority
    },
    replace,
  }
}

async function publish(path: string, certificate: string): Promise<void> {
  await writeFileAtomically(path, certificate)
  await chmod(path, PUBLIC)
}

async function textOf(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  })
}

function partsOf(text: string | null): AuthorityText | null {
  const key = text?.match(/-----BEGIN PRIVATE KEY-----[^-]+-----END PRIVATE KEY-----\n/)?.[0]
  const certificate = text?.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----\n/)?.[0]
  return key === undefined || certificate === undefined ? null : { key, certificate }
}

import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { lstat, mkdir, open, readdir, realpath, rename, rm, rmdir, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { LIMITS } from '@shared/limits'
import type { RandomBytes } from '../random'
import { ServiceException } from '../service-exception'
import { MOST_DEPTH, partOfName, pathOfKey } from './object-path'

/** What is known of an object beside its bytes. */
export interface ObjectMetadata {
  readonly contentType: string
  /** `x-amz-meta-*` and the standard headers that S3 gives back, names in lower case. */
  readonly headers: Readonly<Record<string, string>>
}

/** A file that is an object. */
export interface ObjectFile {
  readonly key: string
  readonly size: number
  /** Milliseconds since 1970. */
  readonly modifiedAt: number
}

/** An object as listings show it. */
export interface ListedObject extends ObjectFile {
  /** In quotes. */
  readonly etag: string
}

export interface StoredObject extends ListedObject, ObjectMetadata {
  readonly body: Buffer
}

interface Sidecar extends ObjectMetadata {
  readonly etag: string
  readonly size: number
  readonly modifiedAt: number
}

/** Below the project's folder. */
const FOLDER = ['.gatewright', 's3']
const SIDECARS = ['.gatewright', 's3-metadata']
/** Bytes that one run of the gateway writes at most. */
const MOST_WRITTEN = 1024 * 1024 * 1024
/** Files that a listing looks at. */
const MOST_LISTED = 20_000
/** What S3 says of an object nobody gave a type. */
const DEFAULT_TYPE = 'binary/octet-stream'

/**
 * Objects as files: `.gatewright/s3/{bucket}/{key}` in the project's folder, with what else is known of them in
 * `.gatewright/s3-metadata`. A file put there by hand is an object too. Symbolic links are never followed, and nothing outside of the
 * folder is ever read or written.
 */
export class BucketFolder {
  private readonly folder: string
  private readonly random: RandomBytes
  private written = 0
  /** Ends when the last change so far is on disk: an object and what is known of it change together. */
  private lastChange: Promise<unknown> = Promise.resolve()

  /** `folder`: the project's. */
  constructor(folder: string, random: RandomBytes) {
    this.folder = folder
    this.random = random
  }

  async hasBucket(bucket: string): Promise<boolean> {
    return (await this.existing([...FOLDER, bucket])) !== null
  }

  async buckets(): Promise<readonly { readonly name: string; readonly createdAt: number }[]> {
    const root = await this.existing(FOLDER)
    if (root === null) return []
    const entries = await readdir(root, { withFileTypes: true })
    const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
    return Promise.all(
      names.sort().map(async (name) => ({ name, createdAt: Math.floor((await lstat(join(root, name))).mtimeMs) })),
    )
  }

  async createBucket(bucket: string): Promise<void> {
    await this.made([...FOLDER, bucket])
  }

  /** False when there are objects in it. */
  async deleteBucket(bucket: string): Promise<boolean> {
    const { objects } = await this.list(bucket)
    if (objects.length > 0) return false
    await rm((await this.existing([...FOLDER, bucket]))!, { recursive: true })
    return true
  }

  /** Null when there is none. */
  async read(bucket: string, key: string): Promise<StoredObject | null> {
    const path = pathOfKey(key)
    const folder = path && (await this.existing([...FOLDER, bucket, ...path.slice(0, -1)]))
    if (!path || folder === null) return null
    const bytes = await readPlainFile(join(folder, path.at(-1)!))
    if (bytes === null) return null
    const sidecar = await this.sidecarOf(bucket, path, bytes)
    const { contentType, headers, etag } = sidecar ?? {
      contentType: DEFAULT_TYPE,
      headers: {},
      etag: etagOfFile(bytes),
    }
    return { key, size: bytes.size, modifiedAt: bytes.modifiedAt, etag, contentType, headers, body: bytes.body }
  }

  /** Gives the object's ETag. The bucket is made when it is not there. `at`: milliseconds since 1970. */
  write(bucket: string, key: string, body: Uint8Array, metadata: ObjectMetadata, at: number): Promise<string> {
    return this.inTurn(() => this.writeObject(bucket, key, body, metadata, at))
  }

  /** Folders that are left empty go too, since S3 has none. */
  delete(bucket: string, key: string): Promise<void> {
    return this.inTurn(() => this.deleteObject(bucket, key))
  }

  private inTurn<T>(change: () => Promise<T>): Promise<T> {
    const turn = this.lastChange.then(change)
    this.lastChange = turn.catch(() => undefined)
    return turn
  }

  private async writeObject(
    bucket: string,
    key: string,
    body: Uint8Array,
    metadata: ObjectMetadata,
    at: number,
  ): Promise<string> {
    const path = pathOfKey(key)
    if (path === null) {
      const hint = 'the local S3 keeps keys as paths of files: no part over 200 bytes, no more than 100 of them'
      throw new ServiceException('KeyTooLongError', 'Your key is too long', { hint })
    }
    this.written += body.length
    if (this.written > MOST_WRITTEN) {
      const message = `The local S3 writes ${MOST_WRITTEN} bytes at most until the gateway is started again.`
      throw new ServiceException('ServiceUnavailable', message, { status: 503, hint: message })
    }
    const folder = await this.made([...FOLDER, bucket, ...path.slice(0, -1)])
    const file = join(folder, path.at(-1)!)
    if ((await statOf(file))?.isDirectory() === true) throw keyConflict(key)
    await this.writeFile(file, body, at)
    const etag = `"${createHash('md5').update(body).digest('hex')}"`
    const stat = await lstat(file)
    const sidecar: Sidecar = { ...metadata, etag, size: stat.size, modifiedAt: Math.floor(stat.mtimeMs) }
    const sidecarFolder = await this.made([...SIDECARS, bucket, ...path.slice(0, -1)])
    await this.writeFile(
      join(sidecarFolder, sidecarName(path)),
      Buffer.from(`${JSON.stringify(sidecar, null, 2)}\n`),
      at,
    )
    return etag
  }

  private async deleteObject(bucket: string, key: string): Promise<void> {
    const path = pathOfKey(key)
    if (path === null) return
    await this.deleteFile([...FOLDER, bucket], path, path.at(-1)!)
    await this.deleteFile([...SIDECARS, bucket], path, sidecarName(path))
  }

  /** In the order of their keys' bytes. `isCut`: there are more than are looked at. */
  async list(bucket: string): Promise<{ readonly objects: readonly ObjectFile[]; readonly isCut: boolean }> {
    const root = await this.existing([...FOLDER, bucket])
    const files: { readonly path: string[]; readonly key: string }[] = []
    const walk = async (folder: string, path: string[], parts: string[]): Promise<void> => {
      if (path.length > MOST_DEPTH) return
      const entries = await readdir(folder, { withFileTypes: true })
      for (const entry of entries) {
        if (files.length > MOST_LISTED) return
        const part = partOfName(entry.name)
        if (part === null) continue
        if (entry.isFile()) files.push({ path: [...path, entry.name], key: [...parts, part].join('/') })
        else if (entry.isDirectory()) await walk(join(folder, entry.name), [...path, entry.name], [...parts, part])
      }
    }
    if (root !== null) await walk(root, [], [])
    const objects: ObjectFile[] = []
    for (const { path, key } of files.slice(0, MOST_LISTED)) {
      const stat = await statOf(join(root!, ...path))
      if (stat === null) continue
      objects.push({ key, size: stat.size, modifiedAt: Math.floor(stat.mtimeMs) })
    }
    objects.sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)))
    return { objects, isCut: files.length > MOST_LISTED }
  }

  async etagOf(bucket: string, file: ObjectFile): Promise<string> {
    return (await this.sidecarOf(bucket, pathOfKey(file.key)!, file))?.etag ?? etagOfFile(file)
  }

  /** What was written with the object; null for a file that has been changed since, or was put there by hand. */
  private async sidecarOf(bucket: string, path: readonly string[], file: FileFacts): Promise<Sidecar | null> {
    const folder = await this.existing([...SIDECARS, bucket, ...path.slice(0, -1)])
    const found = folder && (await readPlainFile(join(folder, sidecarName(path))))
    if (!found) return null
    try {
      const sidecar = JSON.parse(found.body.toString('utf8')) as unknown
      if (!isSidecar(sidecar)) return null
      return sidecar.size === file.size && sidecar.modifiedAt === file.modifiedAt ? sidecar : null
    } catch {
      return null
    }
  }

  private async deleteFile(root: readonly string[], path: readonly string[], name: string): Promise<void> {
    const folders = path.slice(0, -1)
    const folder = await this.existing([...root, ...folders])
    if (folder === null) return
    const file = join(folder, name)
    if ((await statOf(file))?.isFile() !== true) return
    await unlink(file)
    for (let depth = folders.length; depth > 0; depth--) {
      const empty = await this.existing([...root, ...folders.slice(0, depth)])
      if (empty === null || (await readdir(empty)).length > 0) return
      await rmdir(empty)
    }
  }

  /** In one step, so that nobody reads half of it; a link that stands there is replaced and not followed. */
  private async writeFile(file: string, body: Uint8Array, at: number): Promise<void> {
    const temporary = `${file}%new-${Buffer.from(this.random(6)).toString('hex')}`
    const handle = await open(temporary, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600)
    try {
      await handle.writeFile(body)
      await handle.utimes(at / 1000, at / 1000)
      await handle.close()
      await rename(temporary, file)
    } catch (error) {
      await handle.close().catch(() => undefined)
      await rm(temporary, { force: true })
      throw error
    }
  }

  /** The folder at the end of a way, or null where there is none. Throws where a link stands in the way. */
  private async existing(way: readonly string[]): Promise<string | null> {
    let folder = await realpath(this.folder)
    for (const name of way) {
      folder = join(folder, name)
      const stat = await statOf(folder)
      if (stat?.isSymbolicLink() === true) throw linkInTheWay(folder)
      if (stat?.isDirectory() !== true) return null
    }
    return folder
  }

  private async made(way: readonly string[]): Promise<string> {
    let folder = await realpath(this.folder)
    for (const name of way) {
      folder = join(folder, name)
      const stat = await statOf(folder)
      if (stat === null) await mkdir(folder).catch(ignoreExisting)
      else if (stat.isSymbolicLink()) throw linkInTheWay(folder)
      else if (!stat.isDirectory()) throw keyConflict(way.slice(FOLDER.length + 1).join('/'))
    }
    return folder
  }
}

interface FileFacts {
  readonly size: number
  readonly modifiedAt: number
}

/** Null for what is no plain file, a link among them, and for what is larger than any payload may be. */
async function readPlainFile(path: string): Promise<(FileFacts & { readonly body: Buffer }) | null> {
  const before = await statOf(path)
  if (before?.isFile() !== true) return null
  const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)).catch(() => null)
  if (handle === null) return null
  try {
    const stat = await handle.stat()
    if (!stat.isFile()) return null
    if (stat.size > LIMITS.payload.value) {
      const message = `the object has ${stat.size} bytes, more than the ${LIMITS.payload.value} that an integration may answer`
      throw new ServiceException('EntityTooLarge', message, { hint: message })
    }
    return { body: await handle.readFile(), size: stat.size, modifiedAt: Math.floor(stat.mtimeMs) }
  } finally {
    await handle.close()
  }
}

async function statOf(path: string) {
  try {
    return await lstat(path)
  } catch {
    return null
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}

/** Of a file that was not put by this program: no MD5 of its bytes, as those of S3's uploads in parts are none. */
function etagOfFile({ size, modifiedAt }: FileFacts): string {
  return `"${createHash('md5').update(`${size} ${modifiedAt}`).digest('hex')}-1"`
}

/** No key's part ends like this, because every percent sign of one has two digits behind it. */
function sidecarName(path: readonly string[]): string {
  return `${path.at(-1)}%.json`
}

function isSidecar(value: unknown): value is Sidecar {
  if (typeof value !== 'object' || value === null) return false
  const { contentType, headers, etag, size, modifiedAt } = value as Partial<Record<keyof Sidecar, unknown>>
  const areTexts =
    typeof headers === 'object' && headers !== null && Object.values(headers).every((one) => typeof one === 'string')
  return (
    typeof contentType === 'string' &&
    areTexts &&
    typeof etag === 'string' &&
    typeof size === 'number' &&
    typeof modifiedAt === 'number'
  )
}

function linkInTheWay(folder: string): ServiceException {
  const hint = `${folder} is a symbolic link, which the local S3 does not follow`
  return new ServiceException('AccessDenied', 'Access Denied', { status: 403, hint })
}

/** A file cannot be a folder as well, where S3 has no folders. */
function keyConflict(key: string): ServiceException {
  const message = `The key "${key}" cannot be kept as a file here: one key begins with another and a slash. Use other keys, or a backend of your own.`
  return new ServiceException('NotImplemented', message, { status: 501, hint: message })
}

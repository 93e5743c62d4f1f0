import { constants } from 'node:fs'
import { access, link, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { errorCode } from './error-code'
import { claimTemporaryPath, releaseTemporaryPath } from './temporary-files'

/** Projects hold keys: nobody else reads them unless the person opened them up. */
const PRIVATE = 0o600

/**
 * Replace a file's content so that whoever reads it, even after a kill or a power cut, sees the old content or the new one whole.
 * Links stay links, and the file keeps its mode. Throws the system's error; the file is then as it was.
 */
export async function writeFileAtomically(path: string, text: string): Promise<void> {
  const target = await targetOf(path)
  const mode = await writableMode(target)
  await withTemporary(target, text, mode, (temporary) => renamePatiently(temporary, target))
}

/** Like `writeFileAtomically` for a file that must not exist yet: throws EEXIST when it does. */
export async function createFileAtomically(path: string, text: string): Promise<void> {
  await withTemporary(path, text, PRIVATE, async (temporary) => {
    // Unlike a rename a link never replaces; not every file system has links.
    await link(temporary, path).catch(async (error: unknown) => {
      if (errorCode(error) === 'EEXIST') throw error
      await (await open(path, 'wx', PRIVATE)).close()
      await renamePatiently(temporary, path)
    })
  })
}

async function withTemporary(
  target: string,
  text: string,
  mode: number,
  put: (temporary: string) => Promise<void>,
): Promise<void> {
  const temporary = claimTemporaryPath(target)
  try {
    await writeDown(temporary, text, mode)
    await put(temporary)
    await syncFolder(dirname(target))
  } finally {
    await rm(temporary, { force: true })
    releaseTemporaryPath(temporary)
  }
}

async function writeDown(temporary: string, text: string, mode: number): Promise<void> {
  const file = await open(temporary, 'wx', PRIVATE)
  try {
    await file.writeFile(text, 'utf8')
    if (mode !== PRIVATE) await file.chmod(mode)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function targetOf(path: string): Promise<string> {
  return realpath(path).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return path
    throw error
  })
}

/** A rename would replace even a file that may not be written. */
async function writableMode(target: string): Promise<number> {
  const info = await stat(target).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  })
  if (!info) return PRIVATE
  await access(target, constants.W_OK)
  return info.mode & 0o777
}

const RENAME_ATTEMPTS = 8

/** On Windows a scanner or an editor that has the file open for a moment makes a rename fail. */
async function renamePatiently(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await rename(from, to)
      return
    } catch (error) {
      const isPassing = process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error) ?? '')
      if (!isPassing || attempt === RENAME_ATTEMPTS) throw error
      await new Promise((resolve) => setTimeout(resolve, 10 * 2 ** attempt))
    }
  }
}

/** Makes a rename last through a power cut. Windows cannot open folders; some network disks cannot sync them. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP', 'EPERM'].includes(errorCode(error) ?? '')) throw error
  } finally {
    await handle.close()
  }
}

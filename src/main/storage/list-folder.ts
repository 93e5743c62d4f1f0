import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { GatewrightError } from '@shared/contract/errors'
import type { FolderListing } from '@shared/contract/project'
import { errorCode, reasonOf } from './error-code'

type Entry = FolderListing['entries'][number]

/** Folders, project files and documents of a folder, hidden ones left out: folders first, each kind by name. */
export async function listFolder(folder: string): Promise<FolderListing> {
  const path = resolve(folder)
  const children = await readdir(path, { withFileTypes: true }).catch((error: unknown) => {
    const isGone = errorCode(error) === 'ENOENT'
    const message = `The folder ${path} cannot be listed: ${reasonOf(error)}.`
    throw new GatewrightError(isGone ? 'project/not-found' : 'project/unreadable', message, {
      cause: error,
      details: { path },
    })
  })
  const entries = await Promise.all(children.map((child) => entryOf(path, child)))
  const parent = dirname(path)
  return {
    folder: path,
    parent: parent === path ? null : parent,
    entries: entries.filter((entry) => entry !== null).sort(byKind),
  }
}

async function entryOf(folder: string, child: Dirent): Promise<Entry | null> {
  const { name } = child
  if (name.startsWith('.')) return null
  const path = join(folder, name)
  // A link counts as what it leads to; one that leads nowhere is left out.
  const target = child.isSymbolicLink() ? await stat(path).catch(() => null) : child
  if (target?.isDirectory()) return { name, path, kind: 'folder' }
  const kind = target?.isFile() ? kindOf(name) : null
  return kind && { name, path, kind }
}

function kindOf(name: string): 'project' | 'document' | null {
  if (/\.gatewright\.ya?ml$/i.test(name)) return 'project'
  return /\.(?:json|ya?ml|template|sh)$/i.test(name) ? 'document' : null
}

function byKind(a: Entry, b: Entry): number {
  const isFolder = (entry: Entry): number => (entry.kind === 'folder' ? 0 : 1)
  return isFolder(a) - isFolder(b) || a.name.localeCompare(b.name, 'en', { numeric: true })
}

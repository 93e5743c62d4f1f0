import { relative, resolve, sep } from 'node:path'

/** "./orders.mjs#create" of a document in one folder -> the same function seen from another folder. */
export function movedHandler(handler: string, from: string, to: string): string {
  const hash = handler.lastIndexOf('#')
  const path = hash === -1 ? handler : handler.slice(0, hash)
  const moved = relative(to, resolve(from, path)).replaceAll(sep, '/')
  return `${moved.startsWith('../') ? '' : './'}${moved}${hash === -1 ? '' : handler.slice(hash)}`
}

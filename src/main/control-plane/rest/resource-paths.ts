import type { RestApi } from '@shared/design/rest-api'

const known = new WeakMap<RestApi['resources'], readonly string[]>()

/** Every resource of the tree, parents that are not listed as well, the root first. */
export function resourcePaths({ resources }: Pick<RestApi, 'resources'>): readonly string[] {
  const before = known.get(resources)
  if (before !== undefined) return before
  const paths = new Set(['/'])
  for (const path of Object.keys(resources)) {
    const parts = path.split('/').filter((part) => part !== '')
    for (let count = 1; count <= parts.length; count++) paths.add(`/${parts.slice(0, count).join('/')}`)
  }
  const all = [...paths]
  known.set(resources, all)
  return all
}

/** "/", "orders" -> "/orders"; "/orders", "{id}" -> "/orders/{id}". */
export function childPath(parent: string, part: string): string {
  return parent === '/' ? `/${part}` : `${parent}/${part}`
}

/** "/orders/{id}" -> "/orders"; "/orders" -> "/"; the root has none. */
export function parentPath(path: string): string | undefined {
  if (path === '/') return undefined
  const end = path.lastIndexOf('/')
  return end === 0 ? '/' : path.slice(0, end)
}

/** "/orders/{id}" -> "{id}". */
export function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Whether a path is below another. */
export function isBelow(path: string, ancestor: string): boolean {
  return ancestor === '/' ? path !== '/' : path.startsWith(`${ancestor}/`)
}

import type { DomainName } from '@shared/design/domain-name'
import type { StageRef } from '../../engine/runtime'
import { fittingMapping } from './fitting-mapping'

/** Where a request goes: a stage, and what is left of the path for it. */
export interface Location extends StageRef {
  /** Below the stage, as sent but for doubled slashes at its beginning; begins with a slash. */
  readonly path: string
  /** `path` of events: on a custom domain it begins with the base path. */
  readonly eventPath: string
  /** `requestContext.path`: what the caller of the deployed API would have sent. */
  readonly stagePath: string
}

/** "/{apiId}/{stage}/orders//7" -> the stage and "/orders//7". Null when the path does not have both. */
export function locateByPath(pathname: string): Location | null {
  let begin = 0
  while (pathname[begin] === '/') begin++
  const middle = pathname.indexOf('/', begin)
  if (begin === 0 || middle === -1) return null
  const slash = pathname.indexOf('/', middle + 1)
  const end = slash === -1 ? pathname.length : slash
  if (end === middle + 1) return null
  const apiId = pathname.slice(begin, middle)
  const stage = pathname.slice(middle + 1, end)
  const rest = pathname.slice(end)
  const path = withOneSlash(rest)
  return { apiId, stage, path, eventPath: path, stagePath: `/${stage}${rest === '' ? '/' : rest}` }
}

/** A path on a custom domain: below the base path that fits best. Without a stage in the mapping the path names it. */
export function locateByDomain(domain: DomainName, pathname: string): Location | null {
  const fitting = fittingMapping(domain, pathname)
  if (fitting === undefined) return null
  const { mapping, prefix } = fitting
  const rest = pathname.slice(prefix.length)
  const place = (stage: string, path: string): Location => ({
    apiId: mapping.apiId,
    stage,
    path: withOneSlash(path),
    eventPath: prefix + withOneSlash(path),
    stagePath: pathname,
  })
  if (mapping.stage !== undefined) return place(mapping.stage, rest)
  const [, stage, below = ''] = /^\/+([^/]+)(\/.*)?$/s.exec(rest) ?? []
  return stage === undefined ? null : place(stage, below)
}

function withOneSlash(path: string): string {
  return path.startsWith('/') && path[1] !== '/' ? path : `/${path.replace(/^\/+/, '')}`
}

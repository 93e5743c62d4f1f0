import type { ApiPlace } from '../request/api-place'

/** A stage of a WebSocket API, and what of the path is left below it. */
export interface StagePlace {
  readonly stage: string
  /** "" or "/@connections/R1kmxc2VNjMCFIA=", as it was sent. */
  readonly rest: string
}

/** The path names the stage, unless the mapping of a custom domain has fixed it. Null when it names none. Source: websocket-api.md 1. */
export function stageOfPlace({ path, stage }: ApiPlace): StagePlace | null {
  if (stage !== null) return { stage, rest: withoutSlash(path) }
  const [, named, rest = ''] = /^\/([^/]+)(\/.*)?$/s.exec(path) ?? []
  return named === undefined ? null : { stage: named, rest: withoutSlash(rest) }
}

function withoutSlash(rest: string): string {
  return rest === '/' ? '' : rest
}

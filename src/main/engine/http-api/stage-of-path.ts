import { decodePath } from './decode-path'

export const DEFAULT_STAGE = '$default'

/** The stage that answers a path, and what is left of the path for its routes. */
export interface StageOfPath {
  readonly stage: string
  /** As it was sent; begins with a slash. */
  readonly path: string
}

/**
 * The stage that the first segment names, else `$default`; null when there is neither. A stage comes before any route.
 * Source: API Gateway Developer Guide, "Stages for HTTP APIs"; http-api.md 3.1.
 */
export function stageOfPath(path: string, hasStage: (name: string) => boolean): StageOfPath | null {
  const [, segment = '', rest = ''] = /^\/*([^/]*)(\/.*)?$/s.exec(path) ?? []
  const named = decodePath(segment)
  if (named !== '' && named !== DEFAULT_STAGE && hasStage(named)) {
    return { stage: named, path: rest === '' ? '/' : rest }
  }
  return hasStage(DEFAULT_STAGE) ? { stage: DEFAULT_STAGE, path: path === '' ? '/' : path } : null
}

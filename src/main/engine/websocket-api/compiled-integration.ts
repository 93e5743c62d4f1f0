import type { WebSocketIntegration, WebSocketIntegrationResponse } from '@shared/design/websocket-api'
import { compilePattern, type SafePattern } from '../validation/safe-pattern'
import { compileSelection, type Selection } from './selection-expression'

/** An integration with everything about it that is dear to find out, found out once. */
export interface CompiledIntegration {
  readonly settings: WebSocketIntegration
  /** The key of a request template. */
  readonly selectTemplate: Selection
  readonly responses: readonly CompiledResponse[]
}

export interface CompiledResponse {
  /** "$default" or "/4\d\d/". */
  readonly key: string
  readonly settings: WebSocketIntegrationResponse
  /** Null for `$default`, and for what is no pattern: it matches nothing. */
  readonly pattern: SafePattern | null
  readonly selectTemplate: Selection
}

export function compileIntegration(settings: WebSocketIntegration): CompiledIntegration {
  return {
    settings,
    selectTemplate: compileSelection(settings.templateSelectionExpression ?? '$default'),
    responses: Object.entries(settings.integrationResponses ?? {}).map(([key, response]) => ({
      key,
      settings: response,
      pattern: patternOf(key),
      selectTemplate: compileSelection(response.templateSelectionExpression ?? '$default'),
    })),
  }
}

/** "/4\d\d/" -> the pattern, which the whole text must match. */
function patternOf(key: string): SafePattern | null {
  const [, source] = /^\/(.*)\/$/s.exec(key) ?? []
  if (source === undefined) return null
  const pattern = compilePattern(source, 'whole')
  return 'problem' in pattern ? null : pattern
}

/**
 * The integration response for a status, or for what a function failed with (""  when it did not): the first whose pattern matches, or
 * the one that is written as a plain text, else `$default`. Source: websocket-api.md 5.4.
 */
export function chooseResponse(responses: readonly CompiledResponse[], text: string): CompiledResponse | undefined {
  const fitting = text === '' ? undefined : responses.find(({ key, pattern }) => pattern?.test(text) ?? key === text)
  return fitting ?? responses.find(({ key }) => key === '$default')
}

import type { ExportRequest } from '@shared/contract/export'
import type { Api } from '@shared/design/api'
import type { Design } from '@shared/design/design'
import type { ScriptParts } from './script-parts'
import type { ShellText, ShellVariable } from './shell-text'

/** What every part of a script is written with. */
export interface ScriptContext {
  readonly design: Design
  readonly request: ExportRequest
  readonly parts: ScriptParts
  readonly region: ShellVariable
  readonly accountId: ShellVariable
  /** By the API's id in the design. */
  readonly apis: ReadonlyMap<string, ScriptApi>
}

/** What an API is called in the script. */
export interface ScriptApi {
  /** "ORDERS": what the names of its variables begin with. */
  readonly words: string
  /** The variable that has its id. */
  readonly id: ShellVariable
  /** "/apis/0". */
  readonly pointer: string
}

/** One API being written. */
export interface ApiScript<A extends Api = Api> extends ScriptContext {
  readonly api: A
  readonly names: ScriptApi
}

/** The name of a stage: a parameter, but for `$default`, which is no name but a kind of stage. */
export function stageName({ parts, apis }: ScriptContext, apiId: string, name: string): ShellText {
  const names = apis.get(apiId)
  if (name === '$default' || names === undefined) return [name]
  return [parts.parameter(`${names.words}_${stageWords(name)}_STAGE`, `stage ${apiId} ${name}`, name)]
}

function stageWords(name: string): string {
  return name.replaceAll(/\W+/g, '_').replaceAll('-', '_').toUpperCase()
}

import type { Api } from '@shared/design/api'
import type { Design } from '@shared/design/design'
import type { ApiNames } from './export-context'
import { pascalCase } from './logical-id'
import { ref } from './template-functions'
import type { TemplateParts } from './template-parts'

/** Names of every API and stage. They come first, so that no other part can take one away. */
export function nameApis(design: Design, parts: TemplateParts): ReadonlyMap<string, ApiNames> {
  return new Map(design.apis.map((api, index) => [api.id, namesOf(api, `/apis/${index}`, parts)]))
}

function namesOf(api: Api, pointer: string, parts: TemplateParts): ApiNames {
  const words = pascalCase(api.name)
  const id = parts.idFor(/api$/i.test(words) ? words : `${words}Api`, `api ${api.id}`)
  const stageIds = Object.keys(api.stages).map((stageName): [string, string] => [
    stageName,
    parts.idFor(`${id}${stageWords(stageName)}Stage`, `${id} stage ${stageName}`),
  ])
  return { id, ref: ref(id), pointer, stageIds: new Map(stageIds) }
}

/** "prod" -> "Prod", "$default" -> "Default". */
export function stageWords(stageName: string): string {
  return pascalCase(stageName)
}

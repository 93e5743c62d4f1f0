import type { RestApi } from '@shared/design/rest-api'

/** Models that every API has from the start. Source: API Gateway Developer Guide, "Models". */
const BUILT_IN = ['Empty', 'Error']

export function knownModel({ models }: Pick<RestApi, 'models'>, name: string): boolean {
  return Object.hasOwn(models, name) || BUILT_IN.includes(name)
}

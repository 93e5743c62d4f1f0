import type { Api } from '@shared/design/api'
import type { Design } from '@shared/design/design'
import type { TemplateContext } from '../../template/template-context'
import { apiFinder } from './api-id-for'
import { readApiKeys, withKeys } from './api-keys'
import { readDomainNames } from './domain-mappings'
import { reportMissingPermissions } from './lambda-permissions'
import { readUsagePlans } from './usage-plans'
import { readWebAcls } from './web-acls'

/** What a template holds beside its APIs and belongs to a design. */
export type AccountParts = Pick<Design, 'usagePlans' | 'apiKeys' | 'domainNames' | 'webAcls'>

/** The parts of an account that lead to the APIs of a template, of all types. `webAcls` is absent when there are none. */
export function accountPartsFromTemplate(context: TemplateContext, apis: readonly Api[]): AccountParts {
  const findApi = apiFinder(apis)
  const apiKeys = readApiKeys(context)
  const usagePlans = withKeys(context, readUsagePlans(context, findApi), apiKeys)
  const domainNames = readDomainNames(context, findApi)
  const webAcls = readWebAcls(context)
  reportMissingPermissions(context, apis)
  return { usagePlans, apiKeys, domainNames, ...(webAcls.length > 0 && { webAcls }) }
}

import { pointerTo } from '../../diagnostic'
import type { Design } from '../design'
import type { DomainName } from '../domain-name'
import { findApi } from '../route-key'
import type { UsagePlan } from '../usage-plan'
import type { Names } from './names'
import { memberSection, ownSection, settingsSection, type Part, type Section } from './part'
import { asSet, withoutDefaults } from './without-defaults'

/** Who calls the APIs and by which names: usage plans, API keys, custom domains, web ACLs and functions. */
export function clientParts(design: Design, names: Names): Part[] {
  return [
    ...design.usagePlans.map((plan, index) => planPart(plan, `/usagePlans/${index}`, names)),
    ...keyParts(design, names),
    ...design.domainNames.map((domain, index) => domainPart(design, domain, `/domainNames/${index}`, names)),
    ...(design.webAcls ?? []).map(({ name, ...webAcl }, index) =>
      topPart(`Web ACL ${name}`, `/webAcls/${index}`, [ownSection(`/webAcls/${index}`, webAcl)]),
    ),
    ...Object.entries(design.functions).map(([name, settings]) => {
      const pointer = pointerTo(['functions', name])
      const section = settingsSection(pointer, settings, { timeout: 3, memorySize: 128 })
      return topPart(`Function ${name}`, pointer, [section])
    }),
  ]
}

function topPart(subject: string, pointer: string, sections: readonly Section[]): Part {
  return { key: subject, api: '', subject, pointer, sections }
}

function planPart(plan: UsagePlan, pointer: string, names: Names): Part {
  const { id: _id, apiStages, keyIds, quota, ...own } = plan
  const value = { ...own, ...(quota && { quota: withoutDefaults(quota, { offset: 0 }) }) }
  const label = `Usage plan ${names.plans.get(plan) ?? plan.name}`
  const keys = asSet(keyIds.map(names.key)) ?? []
  return topPart(label, pointer, [
    settingsSection(pointer, value),
    ...(keys.length > 0 ? [memberSection(`${pointer}/keyIds`, 'keyIds', keys)] : []),
    ...apiStages.map(({ apiId, stage, throttle }, index) => {
      const path = ['apiStages', `${names.api(apiId)} ${stage}`]
      return {
        key: path.join(' '),
        path,
        pointer: `${pointer}/apiStages/${index}`,
        value: withoutDefaults({ throttle }),
      }
    }),
  ])
}

function keyParts(design: Design, names: Names): Part[] {
  return design.apiKeys.map((apiKey, index) => {
    const { id: _id, value, ...own } = apiKey
    const pointer = `/apiKeys/${index}`
    return topPart(`API key ${names.keys.get(apiKey) ?? apiKey.name}`, pointer, [
      settingsSection(pointer, own),
      memberSection(`${pointer}/value`, 'value', value, { isSecret: true }),
    ])
  })
}

function domainPart(design: Design, domain: DomainName, pointer: string, names: Names): Part {
  const { basePathMappings, domainName, ...own } = domain
  const isV2 = basePathMappings.some(({ apiId }) => (findApi(design, apiId)?.protocolType ?? 'REST') !== 'REST')
  // Source: service models: a REST API's domain is edge-optimised unless it says otherwise, others are always regional.
  const defaults = { endpointConfiguration: { types: [isV2 ? 'REGIONAL' : 'EDGE'] }, securityPolicy: 'TLS_1_2' }
  return topPart(`Domain name ${domainName}`, pointer, [
    settingsSection(pointer, own, defaults),
    ...basePathMappings.map(({ basePath, apiId, stage }, index) => {
      const path = ['basePathMappings', basePath === '' ? '(none)' : basePath]
      const value = { api: names.api(apiId), ...(stage !== undefined && { stage }) }
      return { key: path.join(' '), path, pointer: `${pointer}/basePathMappings/${index}`, value }
    }),
  ])
}

import type { ExportRequest } from '@shared/contract/export'
import type { Design } from '@shared/design/design'
import type { Diagnostic } from '@shared/diagnostic'
import { nameApis } from './api-names'
import { addDomainNames } from './domain-names'
import type { ExportContext } from './export-context'
import { reportOpenReferences } from './open-references'
import { reportLeftBehind } from './left-behind'
import { addRestApi } from './rest/add-rest-api'
import { reportRefused } from './refused'
import type { TemplateDocument } from './template-document'
import { TemplateParts } from './template-parts'
import { fitsTemplate, reportBody, reportQuotas } from './template-quotas'
import { addUsagePlans } from './usage-plans'
import { addV2Api } from './v2/add-v2-api'

/**
 * The design as a CloudFormation template, each API as it stands, with one resource a part or a `Body` as `request.hasBody` says. Takes a
 * design that is narrowed to what is exported. APIs with more parts than a template may have resources become bodies. The same design gives the same template; a part's logical id stays when another changes.
 * The diagnostics say what the template does not hold, with pointers into the design.
 */
export function buildTemplate(
  design: Design,
  request: ExportRequest,
): { readonly template: TemplateDocument; readonly diagnostics: readonly Diagnostic[] } {
  const parts = partsOf(design, request)
  if (request.hasBody === true || fitsTemplate(parts)) return finished(design, parts)
  const withBody = partsOf(design, { ...request, hasBody: true })
  if (!fitsTemplate(withBody)) return finished(design, parts)
  reportBody(parts, withBody)
  return finished(design, withBody)
}

function partsOf(design: Design, request: ExportRequest): TemplateParts {
  const parts = new TemplateParts()
  const context: ExportContext = { design, request, parts, apis: nameApis(design, parts) }
  for (const api of design.apis) {
    const names = context.apis.get(api.id)
    if (names === undefined) continue
    if (api.protocolType === 'REST') addRestApi({ ...context, api, names })
    else addV2Api({ ...context, api, names })
  }
  addUsagePlans(context)
  addDomainNames(context)
  reportLeftBehind(context)
  reportOpenReferences(design, parts)
  reportRefused(design, parts)
  return parts
}

function finished(design: Design, parts: TemplateParts) {
  reportQuotas(parts)
  return { template: documentOf(design, parts), diagnostics: parts.diagnostics }
}

function documentOf(design: Design, { parameters, conditions, resources, outputs }: TemplateParts): TemplateDocument {
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: descriptionOf(design),
    ...(Object.keys(parameters).length > 0 && { Parameters: parameters }),
    ...(Object.keys(conditions).length > 0 && { Conditions: conditions }),
    Resources: resources,
    ...(Object.keys(outputs).length > 0 && { Outputs: outputs }),
  }
}

/** Of 1,024 bytes that CloudFormation allows. */
const LONGEST_DESCRIPTION = 250

function descriptionOf({ name, apis }: Design): string {
  const list = apis.map((api) => `${PROTOCOLS[api.protocolType]} API ${api.name}`).join(', ')
  const text = `${name}: ${list}.`
  return text.length > LONGEST_DESCRIPTION ? `${text.slice(0, LONGEST_DESCRIPTION - 3)}...` : text
}

const PROTOCOLS = { REST: 'REST', HTTP: 'HTTP', WEBSOCKET: 'WebSocket' } as const

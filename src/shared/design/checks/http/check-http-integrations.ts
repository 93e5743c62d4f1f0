import type { Diagnostic } from '../../../diagnostic'
import { LIMITS } from '../../../limits'
import type { HttpIntegration } from '../../http-api'
import { problemOfRequestParameter, problemOfResponseParameter } from '../../v2-rules/http-parameter-rule'
import { serviceActionOf } from '../../v2-rules/service-actions'
import { unless, type Path } from '../problem'
import { checkV2Timeout } from '../v2/check-v2-timeout'
import type { HttpScope } from './http-scope'

/** Integrations that routes point to or could point to. Source: http-api.md 8. */
export function checkHttpIntegrations({ api, at }: HttpScope): Diagnostic[] {
  return Object.entries(api.integrations).flatMap(([id, integration]) => {
    const here = [...at, 'integrations', id]
    return [
      ...checkV2Timeout(id, integration, LIMITS.httpIntegrationTimeoutMax.value, here),
      ...(integration.integrationSubtype === undefined
        ? [...checkTarget(id, integration, here), ...checkRequestParameters(id, integration, here)]
        : checkServiceAction(id, integration, integration.integrationSubtype, here)),
      ...checkResponseParameters(id, integration, here),
    ]
  })
}

function checkTarget(id: string, integration: HttpIntegration, at: Path): Diagnostic[] {
  const { integrationType, integrationUri, connectionType, connectionId, handler } = integration
  const field = [...at, 'integrationUri']
  if (integrationType === 'AWS_PROXY') {
    const isFunction = /^arn:[^:]+:lambda:|:lambda:path\/|\$\{stageVariables\./.test(integrationUri ?? '')
    return unless(
      isFunction || (integrationUri === undefined && handler !== undefined),
      'design/integration-uri-invalid',
      field,
      () => `Integration ${id} calls no function. Give the ARN of one, or a handler of this computer.`,
    )
  }
  const isPrivate = connectionType === 'VPC_LINK'
  return [
    ...unless(
      isPrivate ? (integrationUri ?? '') !== '' : /^https?:\/\/\S+$|\$\{stageVariables\./.test(integrationUri ?? ''),
      'design/integration-uri-invalid',
      field,
      () =>
        isPrivate
          ? `Integration ${id} has no target. Give the ARN of a listener, or of a Cloud Map service.`
          : `Integration ${id}: "${integrationUri ?? ''}" is no address that begins with http:// or https://.`,
    ),
    ...unless(
      !isPrivate || (connectionId ?? '') !== '',
      'design/vpc-link-missing',
      [...at, 'connectionId'],
      () => `Integration ${id} goes through a VPC link, but names none. Give its id.`,
    ),
  ]
}

function checkRequestParameters(id: string, { requestParameters = {} }: HttpIntegration, at: Path): Diagnostic[] {
  return Object.keys(requestParameters).flatMap((name) => {
    const rule = problemOfRequestParameter(name)
    const field = [...at, 'requestParameters', name]
    return unless(
      rule === undefined,
      'design/parameter-mapping-invalid',
      field,
      () => `Integration ${id}: ${name}: ${rule}.`,
    )
  })
}

function checkResponseParameters(id: string, { responseParameters = {} }: HttpIntegration, at: Path): Diagnostic[] {
  return Object.entries(responseParameters).flatMap(([status, parameters]) => [
    ...unless(
      /^[2-5]\d\d$/.test(status),
      'design/parameter-mapping-invalid',
      [...at, 'responseParameters', status],
      () => `Integration ${id}: ${status} is no status from 200 to 599.`,
    ),
    ...Object.keys(parameters).flatMap((name) => {
      const rule = problemOfResponseParameter(name)
      const field = [...at, 'responseParameters', status, name]
      return unless(
        rule === undefined,
        'design/parameter-mapping-invalid',
        field,
        () => `Integration ${id}: ${name}: ${rule}.`,
      )
    }),
  ])
}

function checkServiceAction(
  id: string,
  { requestParameters = {} }: HttpIntegration,
  subtype: string,
  at: Path,
): Diagnostic[] {
  const action = serviceActionOf(subtype)
  if (action === undefined) {
    return unless(
      false,
      'design/integration-subtype-unknown',
      [...at, 'integrationSubtype'],
      () => `Integration ${id}: there is no action ${subtype}. Choose one of HTTP APIs' own.`,
    )
  }
  const missing = action.required.filter((name) => !Object.hasOwn(requestParameters, name))
  const unknown = Object.keys(requestParameters).filter((name) => !action.names.includes(name))
  return [
    ...unless(
      missing.length === 0,
      'design/service-parameter-missing',
      [...at, 'requestParameters'],
      () => `Integration ${id}: ${subtype} needs ${missing.join(' and ')}. Add them to the request parameters.`,
    ),
    ...unknown.flatMap((name) =>
      unless(
        false,
        'design/parameter-mapping-invalid',
        [...at, 'requestParameters', name],
        () => `Integration ${id}: ${subtype} has no parameter ${name}. It has ${action.names.join(', ')}.`,
      ),
    ),
  ]
}

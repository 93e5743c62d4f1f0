import type { BasePathMapping, DomainName } from '@shared/design/domain-name'
import { findApi } from '@shared/design/route-key'
import { stageName, type ScriptApi, type ScriptContext } from './script-context'
import type { ScriptJson } from './script-json'
import { SplicedText } from './script-json'
import type { ShellVariable } from './shell-text'
import { variableWords } from './variable-name'

/** Writes custom domains and what their paths lead to. */
export function domainCommands(context: ScriptContext): void {
  const { design, parts } = context
  if (design.domainNames.length > 0) parts.heading('Custom domains')
  for (const [index, domain] of design.domainNames.entries()) domainCommand(context, domain, `/domainNames/${index}`)
}

interface Place {
  readonly context: ScriptContext
  readonly domain: DomainName
  readonly name: ShellVariable
  readonly pointer: string
}

function domainCommand(context: ScriptContext, domain: DomainName, pointer: string): void {
  const words = variableWords(domain.domainName)
  const name = context.parts.parameter(`${words}_DOMAIN_NAME`, `domain ${domain.domainName}`, domain.domainName)
  const { certificateArn } = domain
  const identity = `certificate ${certificateArn ?? domain.domainName}`
  const certificate = context.parts.parameter(`${words}_CERTIFICATE_ARN`, identity, certificateArn ?? '')
  if (certificateArn === undefined) {
    const message = `${domain.domainName} has no certificate: fill in ${certificate.variable} before the script is run.`
    context.parts.report('export/needs-value', 'warning', pointer, message)
  }
  const place = { context, domain, name, pointer }
  // Only the newer service maps HTTP and WebSocket APIs; REST APIs without a stage can be mapped by the older one alone.
  const isV2 = domain.basePathMappings.some(
    ({ apiId }) => (findApi(context.design, apiId)?.protocolType ?? 'REST') !== 'REST',
  )
  if (isV2) v2Domain(place, certificate)
  else restDomain(place, certificate)
}

function restDomain({ context, domain, name, pointer }: Place, certificate: ShellVariable): void {
  const { endpointConfiguration, securityPolicy, mutualTlsAuthentication: mutual } = domain
  const isEdge = (endpointConfiguration?.types ?? ['EDGE']).includes('EDGE')
  context.parts.run({
    operation: 'apigateway create-domain-name',
    options: {
      'domain-name': [name],
      [isEdge ? 'certificate-arn' : 'regional-certificate-arn']: [certificate],
      'endpoint-configuration': endpointConfiguration && { json: { types: endpointConfiguration.types } },
      'security-policy': securityPolicy,
      'mutual-tls-authentication': mutual && { json: { ...mutual } },
    },
  })
  for (const [index, mapping] of domain.basePathMappings.entries()) {
    const api = mappedApi(context, mapping, `${pointer}/basePathMappings/${index}`)
    if (api === undefined) continue
    context.parts.run({
      operation: 'apigateway create-base-path-mapping',
      options: {
        'domain-name': [name],
        'base-path': basePathOf(mapping),
        'rest-api-id': [api.id],
        stage: mapping.stage === undefined ? undefined : stageName(context, mapping.apiId, mapping.stage),
      },
    })
  }
}

function v2Domain({ context, domain, name, pointer }: Place, certificate: ShellVariable): void {
  const { endpointConfiguration, securityPolicy, mutualTlsAuthentication: mutual } = domain
  const configuration: ScriptJson = {
    CertificateArn: new SplicedText([certificate]),
    EndpointType: endpointConfiguration?.types[0] ?? 'REGIONAL',
    ...(securityPolicy !== undefined && { SecurityPolicy: securityPolicy }),
  }
  const truststore = mutual && {
    TruststoreUri: mutual.truststoreUri,
    ...(mutual.truststoreVersion !== undefined && { TruststoreVersion: mutual.truststoreVersion }),
  }
  context.parts.run({
    operation: 'apigatewayv2 create-domain-name',
    options: {
      'domain-name': [name],
      'domain-name-configurations': { json: [configuration] },
      'mutual-tls-authentication': truststore && { json: truststore },
    },
  })
  for (const [index, mapping] of domain.basePathMappings.entries())
    v2Mapping(context, mapping, name, `${pointer}/basePathMappings/${index}`)
}

function v2Mapping(context: ScriptContext, mapping: BasePathMapping, name: ShellVariable, pointer: string): void {
  const api = mappedApi(context, mapping, pointer)
  if (api === undefined) return
  const { stage } = mapping
  if (stage === undefined) {
    const message = `The mapping "${mapping.basePath}" names no stage, which a domain of HTTP and WebSocket APIs needs: it is left out.`
    context.parts.report('export/refused', 'error', pointer, message)
    return
  }
  context.parts.run({
    operation: 'apigatewayv2 create-api-mapping',
    options: {
      'domain-name': [name],
      'api-id': [api.id],
      stage: stageName(context, mapping.apiId, stage),
      'api-mapping-key': basePathOf(mapping),
    },
  })
}

function basePathOf({ basePath }: BasePathMapping): string | undefined {
  return basePath === '(none)' || basePath === '' ? undefined : basePath
}

function mappedApi(
  { apis, parts }: ScriptContext,
  { apiId, basePath }: BasePathMapping,
  pointer: string,
): ScriptApi | undefined {
  const api = apis.get(apiId)
  if (api !== undefined) return api
  const message = `The mapping "${basePath}" leads to the API "${apiId}", which is not there: it is left out.`
  parts.report('export/refused', 'error', pointer, message)
  return undefined
}

import type { Path } from '../../design/checks/problem'
import type { Design } from '../../design/design'
import { finding } from '../finding'
import type { Finding, ReviewRule } from '../review-rule'
import { restMethods } from '../scopes/rest-methods'
import { gatewayTemplates, mappingTemplates } from '../scopes/templates'
import { v2Integrations } from '../scopes/v2-routes'

export const secretInAuthorizerContext: ReviewRule = {
  id: 'secret-in-authorizer-context',
  title: 'Secrets end up in logs',
  severity: 'warning',
  what: 'Log formats, templates and mappings that read a value of the authorizer’s context whose name speaks of a secret, as in $context.authorizer.accessToken.',
  why: 'What an authorizer returns is in access logs and execution logs as plain text, for everybody who may read logs, for as long as these are kept.',
  source: 'Guide 003, "Embedding secrets in Lambda authorizer responses".',
  find: (design) => [...logFindings(design), ...templateFindings(design), ...mappingFindings(design)],
}

const READ = /\$?\{?context\.authorizer\.([\w-]+)|\$context\.authorizer\[['"]([\w-]+)['"]\]/g
const SECRET =
  /secret|passw(or)?d|passphrase|credential|api_?-?key|private_?-?key|(access|refresh|id|bearer|session|auth)_?-?token|^token$|^jwt$/i

function logFindings(design: Design): Finding[] {
  return design.apis.flatMap((api, index) =>
    Object.entries(api.stages).flatMap(([stageName, stage]) => {
      const place = ['apis', index, 'stages', stageName, 'accessLogSettings', 'format']
      const where = `${api.name}, stage ${stageName}`
      return found(place, stage.accessLogSettings?.format ?? '', (name) => `${where}: the access log writes ${name}.`)
    }),
  )
}

function templateFindings(design: Design): Finding[] {
  return [...mappingTemplates(design), ...gatewayTemplates(design)].flatMap(({ api, at, name: where, text }) =>
    found(at, text, (name) => `${api.name}, ${where}: the template hands ${name} on.`),
  )
}

function mappingFindings(design: Design): Finding[] {
  const rest = restMethods(design).flatMap(({ api, at, routeKey, method: { integration } }) =>
    Object.entries(integration?.requestParameters ?? {}).flatMap(([target, source]) =>
      found(
        [...at, 'integration', 'requestParameters', target],
        source,
        (name) => `${api.name}, ${routeKey}: ${target} is ${name}.`,
      ),
    ),
  )
  const v2 = v2Integrations(design).flatMap(({ api, at, integrationId, integration }) =>
    Object.entries(integration.requestParameters ?? {}).flatMap(([target, source]) =>
      found(
        [...at, 'requestParameters', target],
        source,
        (name) => `${api.name}, integration ${integrationId}: ${target} is ${name}.`,
      ),
    ),
  )
  return [...rest, ...v2]
}

function found(at: Path, text: string, sentence: (name: string) => string): Finding[] {
  const names = [...text.matchAll(READ)].map(([, plain, quoted]) => plain ?? quoted ?? '')
  return [...new Set(names)]
    .filter((name) => SECRET.test(name))
    .map((name) => {
      const hint = 'Let the authorizer return an identifier, and have the backend fetch the secret itself.'
      return finding(secretInAuthorizerContext, at, `${sentence(`$context.authorizer.${name}`)} ${hint}`)
    })
}

import type { Method } from '@shared/design/method'
import type { Members } from '../../members'

const BUILT_IN_MODELS: readonly string[] = ['Empty', 'Error']

/** What the methods of one API may refer to. */
export interface MethodTargets {
  /** Names by the ids that references have. */
  readonly authorizers: ReadonlyMap<string, string>
  readonly validators: ReadonlyMap<string, string>
  /** Names of all models. */
  readonly models: ReadonlySet<string>
}

/** `AuthorizationType` and what belongs to it. */
export function readAuthorization(
  members: Members,
  targets: MethodTargets,
): Pick<Method, 'authorizationType' | 'authorizerId' | 'authorizationScopes'> {
  const types = ['NONE', 'AWS_IAM', 'CUSTOM', 'COGNITO_USER_POOLS'] as const
  const authorizationType = members.oneOf('AuthorizationType', types) ?? 'NONE'
  const written = members.text('AuthorizerId')
  const scopes = members.texts('AuthorizationScopes')
  const hasAuthorizer = authorizationType === 'CUSTOM' || authorizationType === 'COGNITO_USER_POOLS'
  if (!hasAuthorizer) {
    for (const name of ['AuthorizerId', 'AuthorizationScopes']) {
      const why = `it means nothing with the authorization type ${authorizationType}, by which ${openness(authorizationType)}`
      if (members.has(name)) reportIdle(members, name, why)
    }
    return { authorizationType }
  }
  if (scopes?.length && authorizationType === 'CUSTOM') {
    reportIdle(members, 'AuthorizationScopes', 'REST APIs check scopes with COGNITO_USER_POOLS only')
  }
  return {
    authorizationType,
    ...(written !== undefined && { authorizerId: authorizerName(members, written, targets) }),
    ...(scopes?.length && authorizationType === 'COGNITO_USER_POOLS' && { authorizationScopes: scopes }),
  }
}

function openness(authorizationType: string): string {
  return authorizationType === 'NONE' ? 'everybody may call it' : 'callers sign with Signature Version 4'
}

function reportIdle(members: Members, name: string, why: string): void {
  const message = `${members.nameOf(name)} is left out: ${why}.`
  members.findings.report('import/not-carried', 'warning', members.pointerOf(name), message)
}

function authorizerName(members: Members, id: string, { authorizers }: MethodTargets): string {
  const name = authorizers.get(id)
  if (name !== undefined) return name
  const message = `${members.nameOf('AuthorizerId')} names the authorizer ${id}, which this API has not got here, so that every caller would be refused. Add an AWS::ApiGateway::Authorizer and refer to it with !Ref.`
  members.findings.report('import/outside-template', 'warning', members.pointerOf('AuthorizerId'), message)
  return id
}

export function readValidator(members: Members, { validators }: MethodTargets): string | undefined {
  const id = members.text('RequestValidatorId')
  if (id === undefined) return undefined
  const name = validators.get(id)
  if (name !== undefined) return name
  const message = `${members.nameOf('RequestValidatorId')} names the request validator ${id}, which this API has not got; requests are not validated. Add an AWS::ApiGateway::RequestValidator and refer to it with !Ref.`
  members.findings.report('import/validator-unknown', 'warning', members.pointerOf('RequestValidatorId'), message)
  return undefined
}

/** Content type -> model. A model that is not there is kept, and reported in the service's words. */
export function readModelNames(
  members: Members,
  name: string,
  { models }: MethodTargets,
): Readonly<Record<string, string>> | undefined {
  const names = members.textMap(name)
  for (const [contentType, model] of Object.entries(names ?? {})) {
    if (models.has(model) || BUILT_IN_MODELS.includes(model)) continue
    const message = `${members.nameOf(name)} names the model "${model}" for ${contentType}, which this API has not got (Invalid model identifier specified: ${model}). Add an AWS::ApiGateway::Model of that name.`
    members.findings.report('import/outside-template', 'warning', members.pointerOf(name), message)
  }
  return names && Object.keys(names).length > 0 ? names : undefined
}

import { idFrom } from '@shared/design/id-from'
import type { RestApi } from '@shared/design/rest-api'
import { partId, type ApiContext } from '../export-context'

/** What a deployment of an API is made of. */
export interface DeployedParts {
  /** Logical ids of what must be there before the snapshot is taken: every method and gateway response. */
  readonly dependsOn: readonly string[]
  /** Whatever it changes with. */
  readonly fingerprint: string
}

/**
 * Adds a deployment and gives its logical id. A deployment never changes, so the id has a hash of the definition in it: another definition
 * makes another deployment, and the stages move to it. Source: rest-api.md 18, rules 1 and 2.
 */
export function addDeployment(
  context: ApiContext<RestApi>,
  { dependsOn, fingerprint }: DeployedParts,
  options: { readonly wanted: string; readonly description?: string | undefined },
): string {
  const id = partId(context, `${options.wanted}${idFrom(fingerprint, 10)}`, options.wanted)
  const { description } = options
  context.parts.resource(id, {
    Type: 'AWS::ApiGateway::Deployment',
    Properties: { RestApiId: context.names.ref, ...(description !== undefined && { Description: description }) },
    ...(dependsOn.length > 0 && { DependsOn: [...dependsOn] }),
  })
  return id
}

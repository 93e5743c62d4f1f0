import type { Api } from '@shared/design/api'
import { definitionOf } from '@shared/design/definition-of'
import type { Deployment } from '@shared/design/deployment'
import type { Design } from '@shared/design/design'
import { jsonEqual } from './json-equal'

/** A design whose deployments may lack their definition, as in a file. */
export type DesignWithShortDeployments = Omit<Design, 'apis'> & { readonly apis: readonly ApiWithShortDeployments[] }
type ApiWithShortDeployments = Api | (Omit<Extract<Api, { protocolType: 'REST' }>, 'deployments'> & ShortDeployments)
interface ShortDeployments {
  readonly deployments: readonly (Omit<Deployment, 'definition'> & Partial<Deployment>)[]
}

/** Leave out the definition of each deployment that holds what its API holds now. */
export function shortenDeployments(design: Design): DesignWithShortDeployments {
  return { ...design, apis: design.apis.map(shortenApi) }
}

function shortenApi(api: Api): ApiWithShortDeployments {
  if (api.protocolType !== 'REST') return api
  const current = definitionOf(api)
  const deployments = api.deployments.map((deployment) => {
    if (!jsonEqual(deployment.definition, current)) return deployment
    const { definition: _, ...rest } = deployment
    return rest
  })
  return { ...api, deployments }
}

/** The reverse: a deployment without a definition shares its API's, member by member. */
export function completeDeployments(design: DesignWithShortDeployments): Design {
  return { ...design, apis: design.apis.map(completeApi) }
}

function completeApi(api: ApiWithShortDeployments): Api {
  if (api.protocolType !== 'REST') return api
  const deployments: readonly Deployment[] = []
  const whole = { ...api, deployments }
  const definition = definitionOf(whole)
  return { ...whole, deployments: api.deployments.map((deployment) => ({ definition, ...deployment })) }
}

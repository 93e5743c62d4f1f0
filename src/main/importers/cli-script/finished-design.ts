import type { Design } from '@shared/design/design'
import type { LocalFunction } from '@shared/design/local-function'
import type { RestApi } from '@shared/design/rest-api'
import { isBelow } from '../../control-plane/rest/resource-paths'

/** The design at the end of a script: named after its first API, without resources that are there only because others are below them. */
export function finishedDesign(
  design: Design,
  functions: Readonly<Record<string, LocalFunction>>,
  fileName: string,
): Design {
  const [first] = design.apis
  return {
    ...design,
    name: first?.name ?? fileName.replace(/^.*\//, '').replace(/\.[^.]*$/, ''),
    functions: { ...design.functions, ...functions },
    apis: design.apis.map((api) => (api.protocolType === 'REST' ? withoutParents(api) : api)),
  }
}

function withoutParents(api: RestApi): RestApi {
  const deployments = api.deployments.map((deployment) => ({
    ...deployment,
    definition: { ...deployment.definition, resources: kept(deployment.definition.resources) },
  }))
  return { ...api, resources: kept(api.resources), deployments }
}

function kept(resources: RestApi['resources']): RestApi['resources'] {
  const listed = Object.entries(resources)
  const withMethods = listed.filter(([, { methods }]) => Object.keys(methods).length > 0).map(([path]) => path)
  const left = listed.filter(
    ([path, { methods }]) =>
      Object.keys(methods).length > 0 || (path !== '/' && !withMethods.some((each) => isBelow(each, path))),
  )
  return Object.fromEntries(left)
}

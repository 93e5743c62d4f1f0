import type { Design } from '@shared/design/design'
import { setMethodSetting } from '@shared/design/edits/set-method-setting'
import { setResourcePolicy } from '@shared/design/edits/set-resource-policy'
import { setStageWebAcl } from '@shared/design/edits/set-stage-web-acl'
import { updateMethod } from '@shared/design/edits/update-method'
import { methodSettingKey } from '@shared/design/method-settings'
import type { Method } from '@shared/design/method'
import { editWithUndo } from '../../stores/edit-with-undo'
import type { LadderStep } from '../../ui/pipeline/ladder-step'
import { LADDER_LABELS } from '../../ui/pipeline/ladder-step'
import { toast } from '../../ui/toast'
import type { RouteContext } from './route-context'

/** Turn a step of a route off, with a toast that turns it on again. Steps that every route has say so. */
export function turnOffStep(route: RouteContext, step: LadderStep): void {
  const change = changeFor(route, step)
  const label = LADDER_LABELS[step]
  if (change === null) {
    toast({ message: `${label} cannot be turned off for one route`, code: 'step-kept' })
    return
  }
  const of = `${label.toLowerCase()} of ${route.routeKey}`
  editWithUndo({ name: `Turn off ${of}`, change, message: `${label} of ${route.routeKey} is off`, code: 'step-off' })
}

type Change = (design: Design) => Design

function changeFor(route: RouteContext, step: LadderStep): Change | null {
  const patchMethod =
    (patch: Partial<Method>): Change =>
    (design) =>
      updateMethod(design, route.api.id, route.path, route.verb, patch)
  switch (step) {
    case 'authorizer':
      return patchMethod({ authorizationType: 'NONE', authorizerId: undefined, authorizationScopes: undefined })
    case 'api-key':
      return patchMethod({ apiKeyRequired: false })
    case 'validation':
      return patchMethod({ requestValidatorId: undefined })
    case 'waf':
      return (design) => setStageWebAcl(design, route.api.id, route.stageName, undefined)
    case 'resource-policy':
      return (design) => setResourcePolicy(design, route.api.id, undefined)
    case 'throttle':
      return (design) =>
        patchSetting(design, route, { throttlingRateLimit: undefined, throttlingBurstLimit: undefined })
    case 'cache':
      return (design) => patchSetting(design, route, { cachingEnabled: false })
    default:
      return null
  }
}

function patchSetting(design: Design, route: RouteContext, patch: Parameters<typeof setMethodSetting>[4]): Design {
  return setMethodSetting(design, route.api.id, route.stageName, methodSettingKey(route.path, route.verb), patch)
}

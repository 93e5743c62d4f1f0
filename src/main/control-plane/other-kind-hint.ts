import type { ProtocolType } from '@shared/design/api'
import type { ControlPlane } from './control-plane'
import { nearest } from '@shared/did-you-mean'

/** What an API id that was not found may stand for. `wanted`: the kinds of API that the operation is for. */
export function otherKindHint({ design }: ControlPlane, id: string, wanted: 'REST' | 'V2'): string {
  const isWanted = (type: ProtocolType) => (type === 'REST') === (wanted === 'REST')
  const other = design.apis.find((api) => api.id === id)
  const fitting = design.apis.filter((api) => isWanted(api.protocolType))
  const meant =
    fitting.find(
      (api) =>
        api.id ===
        nearest(
          id,
          fitting.map((each) => each.id),
        ),
    ) ?? fitting.at(-1)
  const last = meant && ` Did you mean ${meant.id}, the ${meant.protocolType} API "${meant.name}"?`
  if (other !== undefined) {
    const service = wanted === 'REST' ? 'apigatewayv2' : 'apigateway'
    const nature = `${id} is the ${other.protocolType} API "${other.name}", which belongs to \`aws ${service}\`.`
    return `${nature}${last ?? ''}`
  }
  const words = wanted === 'REST' ? 'REST API' : 'HTTP or WebSocket API'
  return meant === undefined ? `There is no ${words} yet.` : `No ${words} has this id.${last}`
}

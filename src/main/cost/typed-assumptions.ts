import type { Api } from '@shared/design/api'
import type { Design } from '@shared/design/design'
import { functionMemory } from './function-memory'
import type { MonthlyVolumes } from './monthly-volumes'
import type { TypedVolumes } from './typed-volumes'

/** What typed volumes leave open, and how it was decided. `volumes` are those that are priced. */
export function typedAssumptions(
  design: Design,
  api: Api,
  typed: TypedVolumes,
  { requests, requestBytes, responseBytes, lambda }: MonthlyVolumes,
): string[] {
  const isWebSocket = api.protocolType === 'WEBSOCKET'
  const hasFunctions = [...functionMemory(design, api).values()].some((memory) => memory !== null)
  return [
    ...(requests === 0 ? ['Nothing is sent: only what costs without traffic is counted.'] : []),
    ...(api.protocolType === 'HTTP' && responseBytes + requestBytes > 0
      ? ['The larger body of request and response counts, in steps of 512 KB; AWS does not say which.']
      : []),
    ...(isWebSocket && responseBytes > 0 ? ['Every message is taken to go out, for data transfer.'] : []),
    ...(lambda !== null && typed.lambdaMs !== undefined
      ? [`Every ${isWebSocket ? 'message' : 'request'} calls a function with ${lambda.memoryMb} MB.`]
      : []),
    ...(lambda === null && hasFunctions && requests > 0
      ? ['The functions behind the API are not counted: --lambda-ms says how long they run.']
      : []),
  ]
}

/** "What N requests a second for T seconds get": constant arrivals at one route, run through the real pipeline. */
export interface ThrottlePreviewRequest {
  readonly apiId: string
  readonly stage: string
  readonly routeKey: string
  readonly ratePerSecond: number
  readonly durationInSeconds: number
}

export interface ThrottlePreview {
  readonly ratePerSecond: number
  readonly admitted: number
  readonly throttled: number
  /** One entry a second. */
  readonly bySecond: readonly { readonly admitted: number; readonly throttled: number }[]
}

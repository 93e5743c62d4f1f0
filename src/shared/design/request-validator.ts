/** Which parts of a request are checked before the integration. Source: service model, RequestValidator. */
export interface RequestValidator {
  readonly validateRequestBody: boolean
  readonly validateRequestParameters: boolean
}

/** A custom domain and what its paths lead to. Source: service model, DomainName and BasePathMapping. */
export interface DomainName {
  readonly domainName: string
  readonly endpointConfiguration?: { readonly types: readonly ('EDGE' | 'REGIONAL' | 'PRIVATE')[] }
  readonly securityPolicy?: string
  readonly certificateArn?: string
  readonly mutualTlsAuthentication?: { readonly truststoreUri: string; readonly truststoreVersion?: string }
  readonly basePathMappings: readonly BasePathMapping[]
}

/** `basePath` "(none)" catches what no longer mapping does. Without `stage` the next path segment names it. */
export interface BasePathMapping {
  readonly basePath: string
  readonly apiId: string
  readonly stage?: string
}

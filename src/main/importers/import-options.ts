/** What a person may decide about an import. */
export interface ImportOptions {
  /** Which API a bare OpenAPI document means; concluded from its content when absent. */
  readonly protocolType?: 'REST' | 'HTTP'
  /** Stage that the imported API is deployed to; "prod" when absent, for an HTTP API "$default". */
  readonly stage?: string
  /** Replaces the document's title. */
  readonly apiName?: string
  /** "us-east-1" when absent. */
  readonly region?: string
  /** Twelve digits; 123456789012 when absent. */
  readonly accountId?: string
  /** What becomes of the document's base path, as in the service's `basepath`. "ignore" when absent. */
  readonly basePath?: 'ignore' | 'prepend' | 'split'
  /** Instant of the deployment, ISO 8601; 1970-01-01T00:00:00Z when absent, so that an import repeats. */
  readonly createdDate?: string
  /** Values of a template's parameters, by name; their defaults when absent. */
  readonly parameters?: Readonly<Record<string, string>>
  /** The files beside the document, for references to them, bodies of APIs and functions; none when absent. */
  readonly files?: ImportFiles
}

/** The folder of the document. Nothing outside of it is ever read; a name that leads outside counts as missing. */
export interface ImportFiles {
  /** Whether there is a file of that name, as in "src/orders.mjs". */
  has(relativePath: string): boolean
  /** Its bytes; null when there is none, or it is larger than 32 MB. */
  read(relativePath: string): Uint8Array | null
}

/** What one render of a mapping template sees. Everything but the body may be left out, which means empty. */
export interface TemplateEvent {
  /** The payload as text; null or "" for none, which `$input` reads as `{}`. */
  readonly body: string | null
  readonly params?: TemplateParams
  /** `$context`: plain JSON. `requestOverride` and `responseOverride` are added when they are missing. */
  readonly context?: { readonly [name: string]: unknown }
  readonly stageVariables?: Readonly<Record<string, string>>
}

/** What `$input.params()` gives. */
export interface TemplateParams {
  readonly path?: Readonly<Record<string, string>>
  readonly querystring?: Readonly<Record<string, string>>
  readonly header?: Readonly<Record<string, string>>
}

/** `apigw`: as the service renders; `velocity`: plain Apache Velocity 1.7, which prints references without a value as they are written. */
export type TemplateProfile = 'apigw' | 'velocity'

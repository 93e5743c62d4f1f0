/** What plays a Lambda function on this computer. */
export interface LocalFunction {
  /** "./handlers/orders.mjs#create", relative to the project file. */
  readonly handler?: string
  /** Seconds; 3 when absent, as a function created without it has. */
  readonly timeout?: number
  readonly memorySize?: number
  readonly environment?: Readonly<Record<string, string>>
}

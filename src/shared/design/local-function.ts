/** What plays a Lambda function on this computer. */
export interface LocalFunction {
  /** "./handlers/orders.mjs#create", "./orders.ts#create" or "./orders.py#create", relative to the project file. */
  readonly handler?: string
  /** Seconds; 3 when absent, as a function created without it has. */
  readonly timeout?: number
  /** MB; 128 when absent. */
  readonly memorySize?: number
  /** Calls at the same time; more are throttled. No limit of its own when absent. */
  readonly reservedConcurrency?: number
  readonly environment?: Readonly<Record<string, string>>
}

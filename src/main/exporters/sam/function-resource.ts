import type { ResourceDocument } from '../cloudformation/template-document'
import { properties } from '../cloudformation/template-functions'
import type { HandlerFile } from './handler-file'
import type { CalledFunction } from './local-functions'

/** Under which name a function's resource keeps the handler that plays it here. */
const HANDLER_METADATA = 'x-gatewright-handler'

/**
 * A function of the design as AWS::Serverless::Function. It keeps its name, so that whoever calls it by that finds it. `hasOwnMembers`:
 * with the handler as Gatewright names it.
 */
export function functionResource(called: CalledFunction, file: HandlerFile, hasOwnMembers: boolean): ResourceDocument {
  const { name, settings = {} } = called
  const { environment } = settings
  const metadata = {
    ...(hasOwnMembers && { [HANDLER_METADATA]: called.handler }),
    ...(file.entryPoint !== undefined && {
      BuildMethod: 'esbuild',
      BuildProperties: { EntryPoints: [file.entryPoint], Target: 'es2022', Sourcemap: true },
    }),
  }
  return {
    Type: 'AWS::Serverless::Function',
    ...(Object.keys(metadata).length > 0 && { Metadata: metadata }),
    Properties: properties({
      FunctionName: name,
      CodeUri: file.codeUri,
      Handler: file.handler,
      Runtime: file.runtime,
      Timeout: settings.timeout,
      MemorySize: settings.memorySize,
      ReservedConcurrentExecutions: settings.reservedConcurrency,
      Environment: environment && Object.keys(environment).length > 0 ? { Variables: environment } : undefined,
    }),
  }
}

import { pointerSegment } from '@shared/diagnostic'
import type { ApiSource } from '../api-source'
import { ref } from '../intrinsics'
import { executeApiArn } from '../lambda-arns'
import { addMade, type SamContext } from '../sam-context'
import type { RestAuthorizers } from './authorizers'

/** Lets API Gateway call the functions of an API's authorizers. */
export function addAuthorizerPermissions(context: SamContext, source: ApiSource, authorizers: RestAuthorizers): void {
  for (const [name, { permittedFunction }] of authorizers) {
    if (permittedFunction === undefined) continue
    const place = `${source.pointer}/Properties/Auth/Authorizers/${pointerSegment(name)}`
    context.pointers.cause(`${place}/Properties`, place)
    addMade(context, {
      logicalId: `${source.logicalId}${name}AuthorizerPermission`,
      type: 'AWS::Lambda::Permission',
      properties: {
        Action: 'lambda:InvokeFunction',
        FunctionName: permittedFunction,
        Principal: 'apigateway.amazonaws.com',
        SourceArn: executeApiArn(context, ref(source.logicalId), 'authorizers/*'),
      },
      pointer: place,
    })
  }
}

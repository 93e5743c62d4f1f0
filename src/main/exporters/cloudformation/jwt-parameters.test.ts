import { describe, expect, it } from 'vitest'
import { emptyDesign } from '@shared/design/new-design'
import { audienceParameters, issuerParameter } from './jwt-parameters'
import { TemplateParts } from './template-parts'
import { built } from './testing/built'
import { everyFeature } from './testing/every-feature'

const context = () => ({ design: emptyDesign('shop'), parts: new TemplateParts() })

describe('tokens', () => {
  it.each([
    ['https://auth.example.com/', 'AuthExampleComIssuer'],
    ['https://cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCd', 'UsEast1AbCdIssuer'],
  ])('are signed by %s, a parameter', (issuer, name) => {
    expect(issuerParameter(context(), issuer)).toEqual({ Ref: name })
  })

  it('are signed by a pool that the stack must name', () => {
    const issuer = 'https://cognito-idp.${AWS::Region}.amazonaws.com/${UserPool}'
    expect(issuerParameter(context(), issuer)).toEqual({
      'Fn::Sub': 'https://cognito-idp.us-east-1.amazonaws.com/${UserPool}',
    })
  })

  it('are for clients that are parameters, the same in resources and in a body', () => {
    const clientOf = (hasBody: boolean) => built(everyFeature(), { hasBody }).template.Parameters?.ShopAudience?.Default
    expect([audienceParameters(context(), ['shop', 'admin']), clientOf(false), clientOf(true)]).toEqual([
      [{ Ref: 'ShopAudience' }, { Ref: 'AdminAudience' }],
      'shop',
      'shop',
    ])
  })
})

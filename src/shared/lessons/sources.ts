import type { LessonSource } from './lesson'

const GUIDE = 'https://docs.aws.amazon.com/apigateway/latest/developerguide/'

function guide(title: string, page: string): LessonSource {
  return { text: `API Gateway Developer Guide, "${title}"`, url: `${GUIDE}${page}.html` }
}

export const THROTTLING = guide(
  'Throttle requests to your REST APIs for better throughput',
  'api-gateway-request-throttling',
)
export const USAGE_PLANS = guide('Create and use usage plans with API keys', 'api-gateway-api-usage-plans')
export const LAMBDA_AUTHORIZERS = guide('Use API Gateway Lambda authorizers', 'apigateway-use-lambda-authorizer')
export const CACHING = guide('Enable API caching to enhance responsiveness', 'api-gateway-caching')
export const VALIDATION = guide('Request validation for REST APIs', 'api-gateway-method-request-validation')
export const CANARY = guide('Set up an API Gateway canary release deployment', 'canary-release')
export const QUOTAS = guide('Amazon API Gateway quotas and important notes', 'limits')

export const PRICING: LessonSource = {
  text: 'Amazon API Gateway pricing',
  url: 'https://aws.amazon.com/api-gateway/pricing/',
}
export const CONCURRENCY: LessonSource = {
  text: 'AWS Lambda Developer Guide, "Understanding Lambda function scaling"',
  url: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html',
}
export const BACKOFF: LessonSource = {
  text: 'AWS Architecture Blog, "Exponential backoff and jitter"',
  url: 'https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/',
}
export const RETRIES: LessonSource = {
  text: 'Amazon Builders\' Library, "Timeouts, retries and backoff with jitter"',
  url: 'https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/',
}

export const words = {
  title: { zh: '接口说明', en: 'API' },
  subtitle: {
    zh: (count: number, version: string) => `OpenAPI 3.1,${count} 个接口，版本 ${version}`,
    en: (count: number, version: string) => `OpenAPI 3.1, ${count} operations, version ${version}`,
  },
  find: { zh: '查找接口', en: 'Find an operation' },
  permission: { zh: '权限', en: 'Permission' },
  parameters: { zh: '参数', en: 'Parameters' },
  body: { zh: '请求内容', en: 'Request body' },
  reply: { zh: '返回内容', en: 'Reply' },
  file: { zh: '文件', en: 'A file' },
  nothing: { zh: '没有符合的接口', en: 'No operation matches' },
  document: { zh: '下载 openapi.json', en: 'Download openapi.json' },
} as const

import type { Words } from '../../../shared/words.ts'

export const words = {
  chooseFile: { zh: '选择文件', en: 'Choose a file' },
  takePhoto: { zh: '拍照', en: 'Take a photo' },
  dropHere: { zh: '或拖到此处', en: 'or drop it here' },
  uploading: { zh: (name: string) => `正在上传 ${name}`, en: (name: string) => `Uploading ${name}` },
  fileLimits: {
    zh: (kinds: string, size: string) => `${kinds ? `支持 ${kinds}，` : ''}单个不超过 ${size}`,
    en: (kinds: string, size: string) => `${kinds ? `${kinds}; ` : ''}at most ${size} each`,
  },
  fileTooLarge: {
    zh: (name: string, size: string) => `${name} 超过 ${size}，未上传`,
    en: (name: string, size: string) => `${name} is larger than ${size} and was not uploaded`,
  },
  fileWrongKind: {
    zh: (name: string, kinds: string) => `${name} 的类型不支持，请选择 ${kinds}`,
    en: (name: string, kinds: string) => `${name} is of a kind not accepted here. Choose ${kinds}`,
  },
  licence: { zh: (name: string) => `营业执照：${name}`, en: (name: string) => `Business licence: ${name}` },
  licenceHint: {
    zh: (code: string) => `${code} 的一项校验不符。对照执照核对无误的，上传执照以确认`,
    en: (code: string) =>
      `${code} fails one of its checks. If it is as on the licence, upload the licence to confirm it`,
  },
  removeFile: { zh: (name: string) => `移除 ${name}`, en: (name: string) => `Remove ${name}` },
  openPhoto: { zh: (name: string) => `查看照片 ${name}`, en: (name: string) => `Open photo ${name}` },
  takenAt: { zh: '拍摄', en: 'Taken' },
} as const satisfies Words

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
  removeFile: { zh: (name: string) => `移除 ${name}`, en: (name: string) => `Remove ${name}` },
  openPhoto: { zh: (name: string) => `查看照片 ${name}`, en: (name: string) => `Open photo ${name}` },
  original: { zh: '原图', en: 'Original' },
  fileRenamed: {
    zh: (from: string, name: string) => `“${from}”的扩展名与内容不符，已按内容改名为“${name}”`,
    en: (from: string, name: string) => `${from} is named as another kind than it is; it was taken as ${name}`,
  },
  tooMany: {
    zh: (chosen: number, free: number) =>
      `选择了 ${chosen} 个文件，${free > 0 ? `最多还能添加 ${free} 个` : '已不能再添加'}；本次未上传任何文件，请重新选择`,
    en: (chosen: number, free: number) =>
      `${chosen} files were chosen, ${free > 0 ? `${free} more can be added` : 'no more can be added'}; none was uploaded, choose again`,
  },
  atMost: { zh: (max: number) => `最多 ${max} 个`, en: (max: number) => `up to ${max} files` },
  takenAt: { zh: '拍摄', en: 'Taken' },
} as const satisfies Words

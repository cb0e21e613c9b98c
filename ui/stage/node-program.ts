import { NodeProgram, type NodeProgramType, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { colourParts } from "./palette.ts";

/** What all instances of the program read at each drawing: a state per asset (data/stage-state.ts) and the ring's colours. */
export interface NodeStates {
  /** By asset index. */
  readonly values: Float32Array;
  ringColour: string;
  crossColour: string;
  groundColour: string;
}

/** What the stage stores on a node of its graph beside what sigma knows. */
export interface StageNodeData extends NodeDisplayData {
  readonly asset: number;
}

const uniforms = [
  "u_matrix",
  "u_sizeRatio",
  "u_correctionRatio",
  "u_pixelRatio",
  "u_ring",
  "u_cross",
  "u_ground",
] as const;

/*
 * One triangle per node around its disc; the fragment shader draws the state inside it, in units of the radius.
 * a_state: -1 plain, 0..1 level of function, 2 back again, 3 not touched by the run.
 */
const vertexShader = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute float a_state;
attribute float a_angle;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
uniform float u_pixelRatio;

varying vec4 v_color;
varying vec2 v_place;
varying float v_state;
varying float v_radiusPx;

void main() {
  float hit = a_state >= 0.0 && a_state < 2.5 ? 1.0 : 0.0;
  float radius = a_size <= 0.0 ? 0.0 : mix(a_size, a_size * 1.1 + 2.0 * u_sizeRatio, hit);
  vec2 corner = 2.0 * vec2(cos(a_angle), sin(a_angle));
  vec2 position = a_position + corner * radius * 2.0 * u_correctionRatio / u_sizeRatio;
  gl_Position = vec4((u_matrix * vec3(position, 1.0)).xy, 0.0, 1.0);
  v_place = corner;
  v_state = a_state;
  v_radiusPx = radius * u_pixelRatio / u_sizeRatio;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}
`;

const fragmentShader = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying vec2 v_place;
varying float v_state;
varying float v_radiusPx;

uniform vec3 u_ring;
uniform vec3 u_cross;
uniform vec3 u_ground;

const float tau = 6.28318530718;

float inside(float distance, float edge, float soft) {
  return 1.0 - smoothstep(edge - soft, edge + soft, distance);
}

void main() {
  float distance = length(v_place);
  #ifdef PICKING_MODE
  gl_FragColor = distance > 1.0 ? vec4(0.0) : v_color;
  #else
  float soft = 0.75 / v_radiusPx;
  float cover = inside(distance, 1.0 - soft, soft);
  vec3 colour = v_color.rgb;
  float opacity = 1.0;

  if (v_state < -0.5) {
    colour = mix(u_ground, colour, inside(distance, 1.0 - 1.0 / v_radiusPx - soft, soft));
  } else if (v_state > 2.5) {
    opacity = 0.34;
  } else if (v_state > 1.5) {
    float band = clamp(2.2 / v_radiusPx, 0.2, 0.5);
    colour = mix(colour, u_ground, inside(distance, 1.0 - band, soft));
  } else {
    float band = clamp(2.4 / v_radiusPx, 0.18, 0.34);
    float turn = atan(v_place.x, v_place.y) / tau;
    float lost = step(turn < 0.0 ? turn + 1.0 : turn, 1.0 - v_state);
    vec3 ring = mix(u_ground, u_ring, lost);
    float arm = abs(abs(v_place.x) - abs(v_place.y)) * 0.7071;
    float crossed = v_state <= 0.000000001 ? inside(arm, 0.11, soft) * inside(distance, 0.55, soft) : 0.0;
    colour = mix(colour, u_cross, crossed);
    colour = mix(ring, colour, inside(distance, 1.0 - band, soft));
  }
  float alpha = cover * opacity;
  gl_FragColor = vec4(colour * alpha, alpha);
  #endif
}
`;

const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
const stateSlot = 5;

/**
 * A node program whose nodes change state without sigma working the graph again: before each drawing the states are copied
 * into the vertex buffer (11,000 nodes: well under a millisecond), so a step of the timeline is one `scheduleRender`.
 */
export function nodeStateProgram(states: NodeStates): NodeProgramType {
  return class NodeStateProgram extends NodeProgram<(typeof uniforms)[number]> {
    /** Asset drawn at each position of the buffer; -1 where the node is hidden. */
    drawn: Int32Array = new Int32Array();

    override getDefinition() {
      return {
        VERTICES: 3,
        VERTEX_SHADER_SOURCE: vertexShader,
        FRAGMENT_SHADER_SOURCE: fragmentShader,
        METHOD: TRIANGLES,
        UNIFORMS: uniforms,
        ATTRIBUTES: [
          { name: "a_position", size: 2, type: FLOAT },
          { name: "a_size", size: 1, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_state", size: 1, type: FLOAT },
        ],
        CONSTANT_ATTRIBUTES: [{ name: "a_angle", size: 1, type: FLOAT }],
        CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
      };
    }

    override reallocate(capacity: number): void {
      super.reallocate(capacity);
      if (this.drawn.length !== capacity) this.drawn = new Int32Array(capacity).fill(-1);
    }

    override process(nodeIndex: number, offset: number, data: NodeDisplayData): void {
      this.drawn[offset] = data.hidden ? -1 : (data as StageNodeData).asset;
      super.process(nodeIndex, offset, data);
    }

    override processVisibleItem(nodeIndex: number, start: number, data: NodeDisplayData): void {
      this.array[start] = data.x;
      this.array[start + 1] = data.y;
      this.array[start + 2] = data.size;
      this.array[start + 3] = packColour(data.color);
      this.array[start + 4] = nodeIndex;
    }

    override render(params: RenderParams): void {
      for (let slot = 0; slot < this.drawn.length; slot++) {
        const asset = this.drawn[slot] ?? -1;
        if (asset >= 0) this.array[slot * this.STRIDE + stateSlot] = states.values[asset] ?? -1;
      }
      super.render(params);
    }

    override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
      gl.uniform1f(uniformLocations.u_sizeRatio ?? null, params.sizeRatio);
      gl.uniform1f(uniformLocations.u_correctionRatio ?? null, params.correctionRatio);
      gl.uniform1f(uniformLocations.u_pixelRatio ?? null, params.pixelRatio);
      gl.uniformMatrix3fv(uniformLocations.u_matrix ?? null, false, params.matrix);
      const set = (location: WebGLUniformLocation | undefined, colour: string) => {
        const [red, green, blue] = colourParts(colour);
        gl.uniform3f(location ?? null, red, green, blue);
      };
      set(uniformLocations.u_ring, states.ringColour);
      set(uniformLocations.u_cross, states.crossColour);
      set(uniformLocations.u_ground, states.groundColour);
    }
  };
}

const bytes = new Uint8Array(4);
const packed = new Float32Array(bytes.buffer);

/** Four bytes in the place of one float; the lowest bit of the opacity is cleared, or the float could be no number. */
function packColour(colour: string): number {
  const [red, green, blue] = colourParts(colour);
  bytes.set([red * 255, green * 255, blue * 255, 0xfe]);
  return packed[0] ?? 0;
}

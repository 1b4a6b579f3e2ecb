"""placeholder: being written"""
from tagwright.prompt import Request
class PointerCodec:
    name = "pointer"
    def encode_request(self, request: Request) -> str:
        return request.prompt
    def decode_answer(self, request: Request, answer: str) -> str:
        return answer

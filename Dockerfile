# Built in one stage, shipped in another: the image holds Python, the wheels and nothing to build with.
FROM python:3.12-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev
WORKDIR /src
COPY . .
RUN pip wheel --no-cache-dir --wheel-dir /wheels .

FROM python:3.12-slim
RUN --mount=type=bind,from=build,source=/wheels,target=/wheels \
    pip install --no-cache-dir --no-index --find-links /wheels forensics \
    && useradd --create-home reader
USER reader
WORKDIR /texts
ENTRYPOINT ["forensics"]
CMD ["--help"]
